/** What Explore runs beside what every page runs: the next state of the list without a new page. */
import { explore } from './page/explore'

explore()
