import type { PageProps } from './$types';

/** What the server tells of the case. */
export type CaseData = PageProps['data']['facts'];
