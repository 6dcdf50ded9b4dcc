# Words of the interface; see the file of this name in `en`.
