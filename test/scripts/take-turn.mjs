// Takes a turn in the folder of argument 2 and says when it begins and ends; `hang` never ends.
import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { inTurn } from '../../scripts/ground/turn.mjs';

const [, , folder = '', how] = process.argv;
await inTurn(`${folder}/turns`, async () => {
	appendFileSync(`${folder}/said`, `begin ${process.pid}\n`);
	if (how === 'hang') await pause(600_000);
	await pause(150);
	appendFileSync(`${folder}/said`, `end ${process.pid}\n`);
});
