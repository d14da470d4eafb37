package io.tallygate.standalone.supervise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Parts by how much they stand on: those of level 0 need nobody, those of level 1 only them, and so on. */
final class Levels {
    private Levels() {}

    static Map<String, Integer> of(List<Part> parts) {
        Map<String, Part> byName = parts.stream().collect(Collectors.toMap(Part::name, Function.identity()));
        Map<String, Integer> levels = new HashMap<>();
        parts.forEach(part -> levels.put(part.name(), level(part, byName)));
        return levels;
    }

    private static int level(Part part, Map<String, Part> byName) {
        return part.after().stream()
                        .mapToInt(name -> level(Objects.requireNonNull(byName.get(name), name), byName))
                        .max()
                        .orElse(-1)
                + 1;
    }

    /** Does something to all of them, the highest level first, those of one level at the same time. */
    static <T> void downwards(List<T> all, ToIntFunction<T> level, Consumer<T> action) {
        TreeMap<Integer, List<T>> byLevel = new TreeMap<>(Comparator.reverseOrder());
        all.forEach(one -> byLevel.computeIfAbsent(level.applyAsInt(one), l -> new ArrayList<>())
                .add(one));
        for (List<T> same : byLevel.values()) {
            CompletableFuture<?>[] done = same.stream()
                    .map(one -> CompletableFuture.runAsync(() -> action.accept(one), task -> Thread.ofPlatform()
                            .start(task)))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(done).join();
        }
    }
}
