import { expect, type Page } from '@playwright/test';

/** Drops files onto an imports page, as soon as its script listens: before that a drop is not taken. */
export async function dropFiles(
	page: Page,
	files: readonly string[],
	address = '/imports'
): Promise<void> {
	await page.goto(address);
	await expect(() => page.locator('form[enctype]').drop({ files: [...files] })).toPass();
}
