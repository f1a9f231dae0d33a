/** A tone: from, for, seconds; height, Hz; loudness 0 to 1. */
interface Tone {
  at: number;
  length: number;
  pitch: number;
  gain: number;
}

/** Red: three rising pairs that carry across a room. Amber: one soft tone, a hand raised. */
const sounds: Record<'red' | 'amber', readonly Tone[]> = {
  red: [0, 0.45, 0.9].flatMap((at) => [
    { at, length: 0.16, pitch: 740, gain: 0.3 },
    { at: at + 0.18, length: 0.2, pitch: 988, gain: 0.3 },
  ]),
  amber: [{ at: 0, length: 0.6, pitch: 523, gain: 0.1 }],
};

let context: AudioContext | undefined;

/** Plays a sound made on the spot: no file, nothing to fetch. A machine without a loudspeaker stays silent. */
export function play(sound: keyof typeof sounds): void {
  if (typeof AudioContext === 'undefined') return;
  try {
    context ??= new AudioContext();
    void context.resume().catch(() => undefined);
    for (const tone of sounds[sound]) playTone(context, tone);
  } catch (error) {
    console.warn('no sound', error);
  }
}

function playTone(audio: AudioContext, { at, length, pitch, gain }: Tone): void {
  const begins = audio.currentTime + at;
  const source = new OscillatorNode(audio, { type: 'triangle', frequency: pitch });
  const loudness = new GainNode(audio, { gain: 0 });
  // Up and down in a few hundredths: a tone that is cut off clicks.
  loudness.gain.setValueAtTime(0, begins);
  loudness.gain.linearRampToValueAtTime(gain, begins + 0.02);
  loudness.gain.setValueAtTime(gain, begins + length * 0.6);
  loudness.gain.linearRampToValueAtTime(0, begins + length);
  source.connect(loudness).connect(audio.destination);
  source.start(begins);
  source.stop(begins + length + 0.05);
}
