/** What a new request begins with: the fault that a complaint is about, under its contract. */
export interface RequestBeginning {
  profile: string;
  service: string;
  fault?: { id: string; number: string; title: string };
}
