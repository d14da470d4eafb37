package io.tallygate.bench.accuracy;

/**
 * A point or a direction in metres: {@code x} along the way through the gate (negative inside, the line is {@code x = 0}), {@code y}
 * across it, {@code z} up from the floor.
 */
record Place(double x, double y, double z) {

    Place minus(Place other) {
        return new Place(x - other.x, y - other.y, z - other.z);
    }

    double dot(Place other) {
        return x * other.x + y * other.y + z * other.z;
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    Place unit() {
        double length = Math.max(1e-9, length());
        return new Place(x / length, y / length, z / length);
    }
}
