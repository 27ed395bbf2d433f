import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does to a page, whatever they do it with. Names are those a screen reader says. */
export interface Hands {
	/** A mark of the first chart, by what it is called. */
	mark(name: RegExp): Promise<void>;
	item(name: string): Promise<void>;
	link(name: string | RegExp): Promise<void>;
	button(name: string | RegExp): Promise<void>;
	/** Opens a form behind its name; `row` says of which row. */
	open(form: string, row?: string): Promise<void>;
	write(field: string, text: string): Promise<void>;
	/** YYYY-MM-DD. */
	day(field: string, day: string): Promise<void>;
	choose(field: string, option: string): Promise<void>;
	tick(field: string | RegExp): Promise<void>;
}

const summary = (page: Page, form: string, row?: string): Locator =>
	(row === undefined
		? page.locator('main')
		: page
				.locator('main')
				.locator('tr, .row, li', { hasText: row })
				// The same words stand in what was approved, too, where nothing can be opened by that name.
				.filter({ has: page.locator('summary').getByText(form, { exact: true }) })
				.last()
	)
		.locator('summary')
		.getByText(form, { exact: true })
		.first();
/** A choice is found by its role: what labels it holds its options, too. */
const field = (page: Page, name: string): Locator =>
	page
		.getByLabel(name, { exact: true })
		.or(page.getByRole('combobox', { name, exact: true }))
		.filter({ visible: true })
		.first();
const pressed = (page: Page, role: 'link' | 'button', name: string | RegExp): Locator =>
	page.getByRole(role, { name, exact: typeof name === 'string' }).first();

/** A pointer, and a keyboard for texts only. */
export function mouse(page: Page): Hands {
	return {
		async mark(name) {
			const chart = page.locator('figure.chart').first();
			await expect(() => chart.scrollIntoViewIfNeeded({ timeout: 5_000 })).toPass();
			await chart.getByRole('button', { name }).first().focus();
			const ring = await chart.locator('.ring').boundingBox();
			if (!ring) throw new Error(`${name} is not drawn`);
			await page.mouse.click(ring.x + ring.width / 2, ring.y + ring.height / 2 + 4);
		},
		item: (name) => page.getByRole('menuitem', { name }).click(),
		link: (name) => pressed(page, 'link', name).click(),
		button: (name) => pressed(page, 'button', name).click(),
		open: (form, row) => summary(page, form, row).click(),
		write: (name, text) => field(page, name).fill(text),
		day: (name, day) => field(page, name).fill(day),
		choose: async (name, option) => {
			await field(page, name).selectOption({ label: option });
		},
		tick: (name) => page.getByRole('checkbox', { name }).filter({ visible: true }).first().check()
	};
}

/** Presses of Tab sent without looking up. */
const atOnce = 20;

/** Keys alone: every place is come to by Tab, as the page puts them in order. */
export function keyboard(page: Page): Hands {
	const { keyboard } = page;
	const hasFocus = (place: Locator): Promise<boolean> =>
		place.evaluate((element) => element.contains(document.activeElement));
	/**
	 * Many at once, as a held key sends them: asking after each where it came to took most of a test's time.
	 * Once the place is come to, the rest of them does nothing.
	 */
	async function tabs(place: Locator): Promise<void> {
		const held = await place.evaluateHandle((element) => {
			const hold = (event: KeyboardEvent): void => {
				if (event.key === 'Tab' && element.contains(document.activeElement)) event.preventDefault();
			};
			document.addEventListener('keydown', hold, true);
			return hold;
		});
		await Promise.all(Array.from({ length: atOnce }, () => keyboard.press('Tab')));
		await held.evaluate((hold) => document.removeEventListener('keydown', hold, true));
		await held.dispose();
	}
	async function reach(place: Locator, most = 400): Promise<void> {
		await expect(place).toBeAttached({ timeout: 30_000 });
		for (let step = 0; step < most; step += atOnce) {
			if (await hasFocus(place)) return;
			await tabs(place);
		}
		throw new Error(`Tab never comes to ${String(place)}`);
	}
	async function enter(place: Locator): Promise<void> {
		await reach(place);
		await keyboard.press('Enter');
	}
	return {
		async mark(name) {
			const chart = page.locator('figure.chart').first();
			await expect(chart.getByRole('button', { name }).first()).toBeAttached({ timeout: 30_000 });
			await reach(chart);
			for (let step = 0; step < 40; step++) {
				if (await hasFocus(chart.getByRole('button', { name }).first())) break;
				await keyboard.press('ArrowRight');
			}
			await keyboard.press('Enter');
		},
		async item(name) {
			const item = page.getByRole('menuitem', { name });
			for (let step = 0; step < 12 && !(await hasFocus(item)); step++)
				await keyboard.press('ArrowDown');
			await expect(item).toBeFocused();
			await keyboard.press('Enter');
		},
		link: (name) => enter(pressed(page, 'link', name)),
		button: (name) => enter(pressed(page, 'button', name)),
		open: (form, row) => enter(summary(page, form, row).locator('xpath=ancestor-or-self::summary')),
		async write(name, text) {
			await reach(field(page, name));
			await keyboard.press('ControlOrMeta+a');
			await keyboard.type(text);
		},
		async day(name, day) {
			const place = field(page, name);
			await reach(place);
			const [year = '', month = '', date = ''] = day.split('-');
			// The order of the parts is the machine's: the other one where this made another day.
			for (const parts of [month + date, date + month]) {
				await keyboard.press('ArrowLeft');
				await keyboard.press('ArrowLeft');
				await keyboard.type(parts + year);
				if ((await place.inputValue()) === day) return;
			}
			await expect(place).toHaveValue(day);
		},
		async choose(name, option) {
			const place = field(page, name);
			await reach(place);
			await keyboard.press('Home');
			const chosen = place.locator('option:checked');
			for (let step = 0; step < 40 && (await chosen.innerText()).trim() !== option; step++)
				await keyboard.press('ArrowDown');
			await expect(chosen).toHaveText(option);
		},
		async tick(name) {
			const box = page.getByRole('checkbox', { name }).filter({ visible: true }).first();
			await reach(box);
			if (!(await box.isChecked())) await keyboard.press('Space');
			await expect(box).toBeChecked();
		}
	};
}
