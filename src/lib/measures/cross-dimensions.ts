import { dimensions, type Dimension } from './case-fields.ts';

export type CrossDimension = Exclude<Dimension, 'category' | 'subcategory'>;

/** Dimensions a category can be held against. */
export const crossDimensions = dimensions.filter(
	(name): name is CrossDimension => name !== 'category' && name !== 'subcategory'
);
