# Words of what leaves the portal; see the file of this name in `en`.
