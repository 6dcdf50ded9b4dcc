/** Every screen there is, with an address that shows it well filled. */
export const SCREENS = {
  explore: '/explore',
  'explore-filtered': '/explore?family=metal,wood&within=IN',
  'explore-page-2': '/explore?offset=20',
  'explore-nothing': '/explore?q=no+such+craft',
  'explore-area': '/explore?bbox=76,24,84,30',
  'explore-centres': '/explore?layer=centres',
  'explore-products': '/explore?layer=products',
  'explore-organisations': '/explore?layer=organisations',
  'explore-events': '/explore?layer=events',
  'explore-artisans': '/explore?layer=artisans',
  'explore-regions': '/explore?layer=regions',
  map: '/explore?view=map',
  pictures: '/explore?view=pictures',
  'pictures-centres': '/explore?layer=centres&view=pictures',
  events: '/events',
  'events-state': '/events?within=IN-RJ',
  regions: '/regions',
  country: '/r/IN',
  state: '/r/IN/RJ',
  district: '/r/IN/RJ/113',
  'country-shaded': '/r/IN?show=centres-per-lakh',
  'state-shaded': '/r/IN/RJ?show=clusters',
  'country-complete': '/r/IN/complete',
  'state-complete': '/r/IN/UP/complete',
  compare: '/compare?regions=IN-UP,PK-PB,IN-RJ-113,IN',
  'compare-choose': '/compare',
  'district-abroad': '/r/PK/PB/x-multan',
  'country-facts': '/r/IN/facts',
  'state-facts': '/r/IN/UP/facts',
  'district-facts': '/r/IN/UP/197/facts',
  'state-training': '/r/IN/JK',
  training: '/training',
  schemes: '/schemes',
  'schemes-of-a-day': '/schemes?on=2016-10-31',
  scheme: '/scheme/ahvy',
  services: '/services',
  cluster: '/cluster/gi-bidriware',
  'cluster-many-names': '/cluster/pk-hala-ajrak',
  craft: '/craft/bell-metal',
  centre: '/centre/nhdc-varanasi',
  'centre-serving': '/centre/hsc-jodhpur',
  near: '/near',
  'near-answered': '/near?q=Jodhpur',
  'near-not-found': '/near?q=Nowhereabad',
  product: '/product/tdap-blue-pottery-multan',
  organisation: '/org/andhra-pradesh-handicrafts-development-corporation',
  'product-two-origins': '/product/tdap-khussa-kandhkot',
  event: '/event/baneshwar',
  'event-dated': '/event/handicrafts-week',
  crafts: '/crafts',
  'crafts-by-letter': '/crafts?by=letter',
  data: '/data',
  sources: '/sources',
  about: '/about',
  privacy: '/privacy',
  accessibility: '/accessibility',
  docs: '/api/docs',
  crafts: '/crafts',
  about: '/about',
  sources: '/sources',
  privacy: '/privacy',
  accessibility: '/accessibility',
  data: '/data',
  api: '/api?f=html',
  embed: '/embed?family=metal',
  'print-list': '/print?within=IN-UP-197',
  'print-catalogue': '/print?form=catalogue&within=IN-UP-197',
  'print-poster': '/print?form=poster&within=IN-UP-197',
  'not-found': '/cluster/no-such-record',
  'bad-address': '/explore?family=nonsense',
}

/** Where the pages of each language stand; one more line is one more language on every screen. */
export const LANGUAGES = {
  en: '',
  hi: '/hi',
}

/** Screens that speak English alone. */
export const ENGLISH = ['api']

/** Every screen in every language it speaks: [title, path, name]. */
export const PAGES = Object.entries(LANGUAGES).flatMap(([language, root]) =>
  Object.entries(SCREENS)
    .filter(([name]) => language === 'en' || !ENGLISH.includes(name))
    .map(([name, path]) => [`${name} (${language})`, root + path, name]),
)

/** Screens whose status is an error; the browser says so on its console. */
export const FAILING = { 'not-found': 404, 'bad-address': 400 }
