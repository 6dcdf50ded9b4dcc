# Numbers of a telephone and their kind.
phone-fax = fax { $number }
phone-free = toll free { $number }
