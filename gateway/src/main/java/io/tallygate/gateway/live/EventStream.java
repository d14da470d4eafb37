package io.tallygate.gateway.live;

import io.vertx.core.http.HttpServerResponse;

/** One open stream of server-sent events. Used on its connection's event loop only. */
final class EventStream {

    private final HttpServerResponse response;

    private EventStream(HttpServerResponse response) {
        this.response = response;
    }

    /** Begins the answer; a browser that loses it comes back after a second. */
    static EventStream begin(HttpServerResponse response) {
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        EventStream stream = new EventStream(response);
        stream.write("retry: 1000\n\n");
        return stream;
    }

    void event(String type, String json) {
        write("event: " + type + "\ndata: " + json + "\n\n");
    }

    void numberedEvent(long number, String type, String json) {
        write("id: " + number + "\nevent: " + type + "\ndata: " + json + "\n\n");
    }

    void comment(String text) {
        write(": " + text + "\n\n");
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
}
