package dev.kubechat.risk;

/** How much a command is about. */
enum Breadth {
    /** One object by name. */
    ONE,
    /** Objects by name. */
    SEVERAL,
    /** Objects by selector. */
    SELECTED,
    /** Objects by a selector that only says what they are not, like {@code !canary} or {@code env notin (prod)}. */
    MOST,
    /** Objects of some types, and nothing narrows them down. */
    EVERYTHING,
    /** What a file names. */
    FILE,
    /** No objects, or new ones. */
    NONE
}
