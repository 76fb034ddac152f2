// Stands in for lib0/broadcastchannel inside y-webrtc. Windows of one profile meet in the store, which has the only path
// between them (renderer/storage/stored-meeting.ts).

export function subscribe(): void {}

export function unsubscribe(): void {}

export function publish(): void {}
