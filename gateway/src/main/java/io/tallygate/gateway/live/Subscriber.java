package io.tallygate.gateway.live;

import io.tallygate.commons.identity.AlertVisibility;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;

/** One open stream. All writes happen on its connection's event loop. */
final class Subscriber implements LiveHub.Listener {

    private final HttpServerResponse response;
    private final Context loop;
    private final AlertVisibility visibility;

    Subscriber(HttpServerResponse response, Context loop, AlertVisibility visibility) {
        this.response = response;
        this.loop = loop;
        this.visibility = visibility;
    }

    @Override
    public void on(LiveHub.Numbered numbered) {
        if (numbered.event().visibleTo(visibility)) {
            loop.runOnContext(ignored -> write("id: " + numbered.number() + "\n" + frame(numbered.event())));
        }
    }

    /** Sends an event that is not part of the sequence: what is so now, at the start. */
    void tell(LiveEvent event) {
        if (event.visibleTo(visibility)) {
            write(frame(event));
        }
    }

    void comment(String text) {
        write(": " + text + "\n\n");
    }

    void greet() {
        write("retry: 1000\n\n");
    }

    void end() {
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }

    private void write(String text) {
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.writeQueueFull()) {
            // It does not read: cut it off, it comes back and says what it saw last.
            response.reset();
            return;
        }
        response.write(text);
    }

    private static String frame(LiveEvent event) {
        return "event: " + event.type() + "\ndata: " + event.json() + "\n\n";
    }
}
