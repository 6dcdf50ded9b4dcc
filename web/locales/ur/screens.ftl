locale = ur_PK
