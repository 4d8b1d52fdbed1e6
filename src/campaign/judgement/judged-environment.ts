/**
 * Set in every gate run that counts, on the base as on candidates. Python would else load bytecode that lies beside a
 * test (PEP 3147) in the test's place, and without honest caches a new one is a sign of that; packages in the home
 * folder would run ahead of the tests (PEP 370).
 */
export const judgedEnvironment = { PYTHONDONTWRITEBYTECODE: "1", PYTHONNOUSERSITE: "1" } as const;
