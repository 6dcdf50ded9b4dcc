/** The eleven dye groups in the fixed order of every ring, bar, legend and facet. `plain` is for layers without crafts. */
export const GROUPS = [
  { dye: 'indigo', letter: 'W', families: ['textile-weaving'] },
  { dye: 'lac', letter: 'E', families: ['embroidery'] },
  { dye: 'madder', letter: 'R', families: ['textile-printing-dyeing', 'carpet-rug'] },
  { dye: 'terracotta', letter: 'P', families: ['pottery', 'terracotta'] },
  { dye: 'verdigris', letter: 'M', families: ['metal'] },
  { dye: 'catechu', letter: 'L', families: ['wood', 'lacquer', 'toys-dolls', 'musical-instruments'] },
  { dye: 'pomegranate', letter: 'C', families: ['cane-bamboo', 'basketry-grass', 'leather'] },
  { dye: 'turmeric', letter: 'T', families: ['painting', 'paper', 'papier-mache'] },
  { dye: 'slate', letter: 'S', families: ['stone', 'glass'] },
  { dye: 'jamun', letter: 'J', families: ['jewellery'] },
  { dye: 'wool', letter: 'O', families: ['horn-bone-shell', 'other'] },
] as const

export type Dye = (typeof GROUPS)[number]['dye'] | 'plain'
export const DYES: Dye[] = [...GROUPS.map((g) => g.dye), 'plain']

const groupOf = (family: string) => GROUPS.find((g) => (g.families as readonly string[]).includes(family))

export const isFamily = (family: string) => groupOf(family) !== undefined
/** An unknown family belongs to the last group, as its icon is `other`. */
export const dyeOf = (family: string): Dye => groupOf(family)?.dye ?? 'wool'
export const letterOf = (dye: string) => GROUPS.find((g) => g.dye === dye)?.letter ?? '·'

/** Shares are rounded to twelfths so that a map needs some hundreds of ring images, not thousands. */
const TWELFTHS = 12

/** "indigo:8,lac:4" from counts, in the order of the groups. No present group rounds to nothing. */
export function mix(counts: Partial<Record<Dye, number>>): string {
  const n = DYES.reduce((sum, dye) => sum + (counts[dye] ?? 0), 0)
  return DYES.filter((dye) => counts[dye])
    .map((dye) => `${dye}:${Math.max(1, Math.round(((counts[dye] ?? 0) / n) * TWELFTHS))}`)
    .join(',')
}

/** The same rule as an expression over a cluster of the map, whose properties count each group. */
export const mixExpression = (dyes: readonly Dye[] = DYES): unknown[] => [
  'concat',
  ...dyes.map((dye) => [
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

/** What a cluster of the map adds up: one number for each group. */
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
