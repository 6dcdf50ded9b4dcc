## What help there is: programmes by need and place
help-answer = { $count ->
    [one] [[1]] programme, card or portal
   *[other] [[{ $n }]] programmes, cards and portals
}. Choose what you need, and where.
help-answer-need = { $count ->
    [one] [[1]] programme helps
   *[other] [[{ $n }]] programmes help
} with: { $need }.
help-answer-need-on = { $count ->
    [one] [[1]] programme
   *[other] [[{ $n }]] programmes
} for: { $need }, as they stood on { $day }.
help-answer-none = No programme of this register helps with that there. Choose another need or place.
help-answer-in = Those of { $place } stand first; then those of { $country } that name no state.
help-need-credit = Loans
help-need-grant = Grants
help-need-training = Training
help-need-tools = Tools and raw material
help-need-markets = Markets and fairs
help-need-design = Design
help-need-clusters = Clusters
help-need-pension = Pension and support
help-need-education = Children’s schooling
help-need-award = Awards
help-need-gi = GI registration
help-need-card = Identity card
help-running = Running
help-running-note = Their years have begun, and no end is stated or it has not come.
help-undated = Years not stated
help-undated-note = Ask whether they still run.
help-others = Cards, portals, lines and laws
help-over = { $count ->
    [one] 1 whose stated years are over
   *[other] { $n } whose stated years are over
}
help-over-note = Whether they go on is not stated here. Ask whoever runs them.
help-label = What a programme helps with is an editors’ label; it stands only where the words of its source say so.
help-with = Helps with
help-place = Whose programme
help-apply = Who can apply, and where
help-apply-unknown = This register does not say more than stands above. Ask whoever runs it, or the centre that serves your district.
help-near = Centres near you:
help-programme = Programme
help-organisations = For organisations and agencies
schemes-past = Programmes on a day in the past
event-part = How to take part
event-part-unknown = Not stated by the source.
event-part-ask = Not stated by the source. Ask the organiser.
event-selling = For sellers
event-selling-programmes = Programmes for markets and fairs
event-selling-near = Markets near you
events-yearly = Every year.
services-brief = Choose a kind of centre above to see who can ask, papers, fee and days.
