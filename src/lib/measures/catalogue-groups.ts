import type { CaseField } from './case-fields.ts';
import type { MeasureId } from './catalogue.ts';

/** What a log must hold for a measure: a field, orders, or limits somebody arranged. */
export type MeasureNeed = CaseField | 'orders' | 'limits';

export interface CatalogueFacts {
	/** Each list must be there with one of its members. */
	readonly needs: readonly (readonly MeasureNeed[])[];
	/** Pages it is shown on besides those of control charts and the board, which say it themselves. */
	readonly pages: readonly string[];
	/** The formula in signs, the same in every language; n counts cases, t are times, s scores. */
	readonly symbols: string;
}

const response: CatalogueFacts['needs'] = [['first_response_at', 'first_response_minutes']];
const resolution: CatalogueFacts['needs'] = [['resolved_at', 'closed_at', 'resolution_minutes']];
const rating: CatalogueFacts['needs'] = [['satisfaction']];
const category: CatalogueFacts['needs'] = [['category']];
const both = [...response, ...rating];

/** What the catalogue page says of each measure besides its definition; groups in the order of the page. */
export const catalogueGroups = {
	volume: {
		complaints: {
			needs: [],
			pages: ['/', '/categories', '/drivers', '/themes', '/forecast'],
			symbols: 'n'
		},
		complaint_rate: { needs: [['orders']], pages: ['/', '/drivers'], symbols: 'n ÷ N × 10⁴' },
		backlog: {
			needs: [['status', 'resolved_at', 'closed_at']],
			pages: ['/', '/timeliness'],
			symbols: 'n(open)'
		},
		reopened_share: {
			needs: [['reopened_count']],
			pages: ['/drivers'],
			symbols: 'n(r ≥ 1) ÷ n(r ≥ 0)'
		}
	},
	time: {
		first_response_median: { needs: response, pages: ['/', '/timeliness'], symbols: 'Q(0.5; t₁)' },
		first_response_p90: { needs: response, pages: ['/'], symbols: 'Q(0.9; t₁)' },
		resolution_median: {
			needs: resolution,
			pages: ['/', '/timeliness'],
			symbols: 'min{t : S(t) ≤ 0.5}'
		},
		resolution_p90: { needs: resolution, pages: ['/'], symbols: 'min{t : S(t) ≤ 0.1}' },
		stage_time: { needs: [], pages: ['/timeliness'], symbols: 'Q(0.5; tₖ − tₖ₋₁)' },
		still_open: { needs: resolution, pages: ['/timeliness'], symbols: 'S(t) = Π(1 − dᵢ ÷ nᵢ)' }
	},
	limits: {
		attainment: { needs: [['limits']], pages: ['/timeliness'], symbols: 'n(t ≤ L) ÷ n(due)' },
		response_in_time: {
			needs: [...response, ['limits']],
			pages: ['/timeliness'],
			symbols: 'n(t₁ ≤ L₁) ÷ n(due₁)'
		},
		resolution_in_time: {
			needs: [...resolution, ['limits']],
			pages: ['/timeliness', '/drivers'],
			symbols: 'n(t₂ ≤ L₂) ÷ n(due₂)'
		}
	},
	satisfaction: {
		satisfaction_mean: {
			needs: rating,
			pages: ['/', '/satisfaction', '/drivers'],
			symbols: 'Σs ÷ n(s)'
		},
		satisfied_share: {
			needs: rating,
			pages: ['/', '/satisfaction', '/drivers'],
			symbols: 'n(s ≥ 4) ÷ n(s)'
		},
		dissatisfied_share: { needs: rating, pages: ['/drivers'], symbols: 'n(s ≤ 2) ÷ n(s)' },
		response_rate: { needs: rating, pages: ['/', '/satisfaction'], symbols: 'n(s) ÷ n' },
		net_promoter: {
			needs: [['nps']],
			pages: ['/satisfaction'],
			symbols: '(n(q ≥ 9) − n(q ≤ 6)) ÷ n(q) × 100'
		}
	},
	shares: {
		share: { needs: category, pages: ['/', '/categories'], symbols: 'nᵢ ÷ n' },
		cumulative_share: { needs: category, pages: ['/categories'], symbols: 'Σⱼ≤ᵢ nⱼ ÷ n' },
		share_change: {
			needs: category,
			pages: ['/', '/categories'],
			symbols: 'nᵢ₁ ÷ n₁ − nᵢ₀ ÷ n₀'
		},
		month_share: { needs: category, pages: ['/categories'], symbols: '(p₁ − p₀) ÷ SE(p₁ − p₀)' }
	},
	weight: {
		cost: { needs: [['cost']], pages: ['/categories', '/drivers'], symbols: 'Σc' },
		cost_per_case: { needs: [['cost']], pages: [], symbols: 'Σc ÷ n(c)' },
		severity_weight: { needs: [['priority']], pages: ['/categories'], symbols: 'Σw' }
	},
	association: {
		pearson: { needs: both, pages: ['/satisfaction'], symbols: 'r(t₁, s)' },
		spearman: { needs: both, pages: ['/satisfaction'], symbols: 'ρ(t₁, s)' },
		kendall: { needs: both, pages: ['/satisfaction'], symbols: 'τ_b(t₁, s)' },
		superiority: {
			needs: rating,
			pages: ['/satisfaction'],
			symbols: 'P(s₁ > s₂) + ½ P(s₁ = s₂)'
		},
		density: { needs: both, pages: ['/satisfaction'], symbols: 'f̂(log₁₀ t₁)' }
	}
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<MeasureId, CatalogueFacts>>>>>;

export type CatalogueGroup = keyof typeof catalogueGroups;
export const catalogueGroupIds = Object.keys(catalogueGroups) as readonly CatalogueGroup[];

/** Measures of a group with what the catalogue says of them. */
export function groupMeasures(group: CatalogueGroup): readonly [MeasureId, CatalogueFacts][] {
	return Object.entries(catalogueGroups[group]) as [MeasureId, CatalogueFacts][];
}
