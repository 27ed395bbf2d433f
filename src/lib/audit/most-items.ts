/** Items a checklist can have: one screen of work a case. */
export const mostItems = 40;
