import { lazy, type ComponentType } from 'react';

/** Every page and its address; each loads when it is opened. */
export const pages: { path: string; Page: ComponentType }[] = [
];
void lazy;
