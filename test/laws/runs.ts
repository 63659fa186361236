/**
 * How often a law is tried: few times by default, so that the suite stays quick; BANFA_RUNS multiplies it
 * for a long search. The seed is fixed, so a failure is the same for everybody; BANFA_SEED changes it.
 */
export function runs(usual: number): { numRuns: number; seed: number; endOnFailure: boolean } {
  const times = Number(process.env.BANFA_RUNS ?? 1);
  const seed = Number(process.env.BANFA_SEED ?? 20180423);
  return { numRuns: Math.max(1, Math.round(usual * times)), seed, endOnFailure: false };
}
