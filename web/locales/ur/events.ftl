# Messages of this file in Urdu.
