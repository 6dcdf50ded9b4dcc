# Words of lists: their order, what is downloaded of them, and what is chosen from them.

## Order
order = Order:
order-described = described first
order-name = by name
order-down = { $field }, descending
