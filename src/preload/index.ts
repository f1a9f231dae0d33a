import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Answer } from '../shared/answer';
import type { Bridge, RecordOfNote, SavedFile, StationState } from '../shared/bridge';

function listen<T>(channel: string, listener: (content: T) => void): () => void {
  const hear = (_: IpcRendererEvent, content: T) => listener(content);
  ipcRenderer.on(channel, hear);
  return () => {
    ipcRenderer.removeListener(channel, hear);
  };
}

// The one bridge. Nothing of Electron or Node reaches the page but these verbs.
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('station:call', name, input) as Promise<Answer<unknown>>,
  onChanged: (listener) => listen<string[]>('station:changed', listener),
  onStationState: (listener) => listen<StationState>('station:state', listener),
  stationState: () => ipcRenderer.invoke('station:state') as Promise<StationState>,
  saveFile: (name, content) => ipcRenderer.invoke('shell:saveFile', name, content) as Promise<SavedFile>,
  papers: {
    prepare: (route) => ipcRenderer.invoke('papers:prepare', route) as Promise<Answer<null>>,
    print: (route) => ipcRenderer.invoke('papers:print', route) as Promise<Answer<{ file: string }>>,
    show: (file) => ipcRenderer.invoke('papers:show', file) as Promise<Answer<null>>,
    saveAs: (file) => ipcRenderer.invoke('papers:saveAs', file) as Promise<Answer<{ saved: boolean }>>,
  },
  notify: (note) => ipcRenderer.invoke('shell:notify', note) as Promise<boolean>,
  onOpened: (listener) => listen<RecordOfNote>('shell:opened', listener),
  toggleWall: () => ipcRenderer.invoke('shell:toggleWall') as Promise<boolean>,
  platform: process.platform,
};

contextBridge.exposeInMainWorld('station', bridge);
