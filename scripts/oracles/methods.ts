import { associationMethods } from './association.ts';
import { calendarMethods } from './calendar.ts';
import { chartMethods } from './charts.ts';
import { modelMethods } from './models.ts';
import { shareMethods } from './shares.ts';
import type { Methods } from './method.ts';

/** Every method of the file format by its name. */
export const methods: Methods = {
	...chartMethods,
	...associationMethods,
	...modelMethods,
	...shareMethods,
	...calendarMethods
};
