/** The dyes in the fixed order of every ring, bar, legend and facet. `plain` is for what has none. */
export const DYES = [
  'indigo',
  'lac',
  'madder',
  'terracotta',
  'verdigris',
  'catechu',
  'pomegranate',
  'turmeric',
  'slate',
  'jamun',
  'wool',
  'plain',
] as const

export type Dye = (typeof DYES)[number]
export const isDye = (name: unknown): name is Dye => (DYES as readonly unknown[]).includes(name)

/** Shares are rounded to twelfths so that a map needs some hundreds of ring images, not thousands. */
const TWELFTHS = 12

/** "indigo:8,lac:4," from a cluster of the map, whose properties count each dye. No present dye rounds to nothing. */
export const mixExpression = (): unknown[] => [
  'concat',
  ...DYES.map((dye) => [
    'case',
    ['>', ['get', dye], 0],
    [
      'concat',
      `${dye}:`,
      ['to-string', ['max', 1, ['round', ['/', ['*', TWELFTHS, ['get', dye]], ['get', 'point_count']]]]],
      ',',
    ],
    '',
  ]),
]

/** What a cluster of the map adds up: one number for each dye. */
export const clusterCounts = () =>
  Object.fromEntries(DYES.map((dye) => [dye, ['+', ['case', ['==', ['get', 'dye'], dye], 1, 0]]]))

const SMALLEST = 9
const GROWTH = 3.2
const LARGEST = 34

export const ringRadius = (n: number) => Math.min(LARGEST, SMALLEST + GROWTH * Math.log2(n))
export const ringRadiusExpression = () => [
  'min',
  LARGEST,
  ['+', SMALLEST, ['*', GROWTH, ['log2', ['get', 'point_count']]]],
]
