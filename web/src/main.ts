/** What every page runs. Pages work without it: it only makes the next step shorter. */
import { nearMe } from './page/locate'
import { maps } from './page/map-loader'
import { popovers } from './page/popovers'
import { sharing } from './page/share'
import { suggest } from './page/suggest'
import { theme } from './page/theme'

document.documentElement.classList.add('js')
theme()
popovers()
suggest()
nearMe()
sharing()
maps()
