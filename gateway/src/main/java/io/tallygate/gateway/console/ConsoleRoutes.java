package io.tallygate.gateway.console;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Serves the console's first page for every path of the console, so that a link into it can be opened and reloaded. */
@Singleton
public class ConsoleRoutes {

    void register(@Observes Router router) {
        router.get("/assets/*").order(-1000).handler(context -> {
            // Vite puts a hash of the content into the name: what is there once never changes.
            context.response().putHeader("Cache-Control", "public, max-age=31536000, immutable");
            context.next();
        });
        router.get("/*").order(Integer.MAX_VALUE - 1000).handler(ConsoleRoutes::firstPage);
    }

    private static void firstPage(RoutingContext context) {
        String path = context.normalizedPath();
        boolean ofTheConsole = context.request().method() == HttpMethod.GET
                && !path.startsWith("/api/")
                && !path.startsWith("/q/")
                && !path.startsWith("/assets/")
                && !path.equals("/index.html")
                && !path.equals("/");
        if (ofTheConsole) {
            context.reroute("/index.html");
        } else {
            context.next();
        }
    }
}
