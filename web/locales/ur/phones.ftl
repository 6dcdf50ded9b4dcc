# فون نمبر اور ان کی قسم۔
phone-fax = فیکس { $number }
phone-free = ٹول فری { $number }
