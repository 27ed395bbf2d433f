import { expect, type Page } from '@playwright/test';

/** Chooses in a list of the page and waits for the address; again where its script did not listen yet. */
export async function choose(page: Page, list: string, option: string, url: RegExp): Promise<void> {
	await expect(async () => {
		await page.getByRole('combobox', { name: list }).selectOption(option);
		await expect(page).toHaveURL(url, { timeout: 2_000 });
	}).toPass();
}
