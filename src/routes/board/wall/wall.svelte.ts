import type { WallFacts } from './wall-facts.ts';

interface Timing {
	/** Seconds a slide is shown, and between two looks at the server. */
	readonly slide: number;
	readonly poll: number;
}

/** While the server is away it is asked more often. */
const awaySeconds = 5;
/** What changes without the data (targets, improvements) is asked for this often. */
const anewMinutes = 10;
const patienceMs = 20_000;
/** After an import the server computes everything anew: that is not being away. */
const dataPatienceMs = 180_000;

/**
 * A wallboard that runs for weeks: it turns its slides, looks whether the data have changed and then asks for
 * them, and keeps what it shows while the server is away. One timer for each; nothing is kept but the last
 * answer.
 */
export class Wall {
	facts: WallFacts = $state.raw(undefined!);
	slide = $state(0);
	paused = $state(false);
	/** Since when the server has not answered, epoch milliseconds; null while it does. */
	away: number | null = $state(null);
	/** When it last answered. */
	checked: number | null = $state(null);

	#slides = 1;
	#timing: Timing;
	#asked = 0;
	#look: ReturnType<typeof setTimeout> | undefined;
	#turn: ReturnType<typeof setInterval> | undefined;
	#lock: WakeLockSentinel | null = null;
	#leaving = new AbortController();

	constructor(facts: WallFacts, timing: Timing) {
		this.facts = facts;
		this.#timing = timing;
	}

	/** Begins; answers with what ends it. */
	begin(): () => void {
		const { signal } = this.#leaving;
		document.addEventListener('visibilitychange', () => void this.#stayAwake(), { signal });
		void this.#stayAwake();
		void this.#lookNow();
		this.#turn = setInterval(() => {
			if (!this.paused) this.go(1);
		}, this.#timing.slide * 1000);
		return () => {
			clearTimeout(this.#look);
			clearInterval(this.#turn);
			this.#leaving.abort();
			void this.#lock?.release();
		};
	}

	/** So many slides there are now. */
	hold(slides: number): void {
		this.#slides = Math.max(1, slides);
		if (this.slide >= this.#slides) this.slide = 0;
	}

	go(step: number): void {
		this.slide = (this.slide + step + this.#slides) % this.#slides;
	}

	async #lookNow(): Promise<void> {
		try {
			const health = await this.#get<{ dataVersion: number; version: string }>('/healthz');
			if (health.version !== this.facts.release) return location.reload();
			const old = Date.now() - this.#asked > anewMinutes * 60_000;
			if (old || health.dataVersion !== this.facts.dataVersion) {
				this.facts = await this.#get<WallFacts>('/board/wall/data', dataPatienceMs);
				this.#asked = Date.now();
			}
			this.checked = Date.now();
			this.away = null;
		} catch {
			if (this.#leaving.signal.aborted) return;
			this.away ??= Date.now();
		}
		if (this.#leaving.signal.aborted) return;
		const seconds =
			this.away === null ? this.#timing.poll : Math.min(awaySeconds, this.#timing.poll);
		this.#look = setTimeout(() => void this.#lookNow(), seconds * 1000);
	}

	async #get<T>(address: string, patience = patienceMs): Promise<T> {
		const signal = AbortSignal.any([this.#leaving.signal, AbortSignal.timeout(patience)]);
		const answer = await fetch(address, { signal, cache: 'no-store' });
		if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
		return (await answer.json()) as T;
	}

	/** The screen stays on while the page is seen; browsers let go of the lock when it is not. */
	async #stayAwake(): Promise<void> {
		if (document.visibilityState !== 'visible') return;
		try {
			this.#lock = (await navigator.wakeLock?.request('screen')) ?? null;
		} catch {
			// Refused on a low battery, or where the address is not secure: the board works without.
			this.#lock = null;
		}
	}
}
