package io.tallygate.carriers.exitpermit.domain;

import java.util.Set;

/**
 * Somebody who may decide.
 *
 * @param posts the posts they hold, at least one
 */
public record Decider(String username, String personNo, Set<Post> posts) {

    public Decider {
        posts = Set.copyOf(posts);
    }
}
