package planner.channel;

import java.util.Map;
import planner.workspace.WorkspaceId;

/** How much waits to go out by each channel; answered by the room that publishes. */
public interface Waiting {
    /** Channels without anything waiting may be absent. */
    Map<ChannelId, Integer> perChannel(WorkspaceId workspace);
}
