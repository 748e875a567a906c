(globalThis as { sideEffect?: number }).sideEffect = 1;

export {};
