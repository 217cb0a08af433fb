/** A line that the frame has to say about a page, under its title: how old its data is. */
import { createContext, type ReactNode } from 'react';

export const PageNote = createContext<ReactNode>(null);
