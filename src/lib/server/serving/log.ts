import pino from 'pino';

/**
 * The server's log, one JSON line an event. Contact data and narratives never go here: facts and codes
 * only. SQL and paths may, which is why errors reach the browser as a reference into this log.
 */
export const log = pino({ name: 'redress', level: process.env.REDRESS_LOG ?? 'info' });
