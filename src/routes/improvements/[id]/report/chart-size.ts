/** Of the chart on the sheet, px: as wide as A4 between its margins. */
export const chartSize = { width: 680, height: 320 } as const;
