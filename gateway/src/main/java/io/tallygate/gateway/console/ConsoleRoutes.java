package io.tallygate.gateway.console;

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
        // Before Quarkus' own routes, whose last one answers 404 for whatever is no file and no resource.
        router.get("/*").order(500).handler(ConsoleRoutes::firstPage);
    }

    private static void firstPage(RoutingContext context) {
        if (ofTheConsole(context.normalizedPath())) {
            context.reroute("/index.html");
        } else {
            context.next();
        }
    }

    /** A path of the console is none of the server's own and names no file. */
    private static boolean ofTheConsole(String path) {
        boolean server = path.equals("/")
                || path.equals("/login")
                || path.equals("/logout")
                || path.startsWith("/api/")
                || path.startsWith("/q/");
        return !server && path.indexOf('.', path.lastIndexOf('/')) < 0;
    }
}
