/** Milliseconds that this thread has worked since, by the processor's account: what else the machine does meanwhile is not in it. */
export function ownTime(): () => number {
  const start = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1_000;
  };
}
