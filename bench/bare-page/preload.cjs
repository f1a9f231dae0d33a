const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('echo', (content) => ipcRenderer.invoke('echo', content));
