/** The three questions of the page. */
export const driverViews = ['change', 'association', 'hotspots'] as const;
export type DriverView = (typeof driverViews)[number];
