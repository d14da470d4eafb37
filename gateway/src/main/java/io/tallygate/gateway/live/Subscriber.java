package io.tallygate.gateway.live;

import io.tallygate.commons.identity.AlertVisibility;
import io.vertx.core.Context;

/** One who follows the live stream. All writes happen on its connection's event loop. */
final class Subscriber implements LiveHub.Listener {

    private final EventStream stream;
    private final Context loop;
    private final AlertVisibility visibility;

    Subscriber(EventStream stream, Context loop, AlertVisibility visibility) {
        this.stream = stream;
        this.loop = loop;
        this.visibility = visibility;
    }

    @Override
    public void on(LiveHub.Numbered numbered) {
        LiveEvent event = numbered.event();
        if (event.visibleTo(visibility)) {
            loop.runOnContext(ignored -> stream.numberedEvent(numbered.number(), event.type(), event.json()));
        }
    }

    /** Sends an event that is not part of the sequence: what is so now, at the start. */
    void tell(LiveEvent event) {
        if (event.visibleTo(visibility)) {
            stream.event(event.type(), event.json());
        }
    }
}
