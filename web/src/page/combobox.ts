/** One Latin letter says nothing yet; one Devanagari or Arabic letter with its signs may. */
export const enough = (text: string) => {
  const letters = [...text.trim()]
  return letters.length >= 2 || letters.some((c) => c > '\u02ff')
}

/** The option after a step up or down; -1, between the last and the first, is the input itself. */
export const nextOption = (at: number, step: number, options: number) =>
  ((at + 1 + step + options + 1) % (options + 1)) - 1
