package planner.channel;

import planner.workspace.WorkspaceId;

/** Published in the transaction of the change. */
public record ChannelChanged(WorkspaceId workspace, ChannelId id, Channel.State state) {}
