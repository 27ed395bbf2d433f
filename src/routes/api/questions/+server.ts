import { json } from '@sveltejs/kit';
import { describeQuestions } from '#lib/server/questions/catalogue.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => json(describeQuestions());
