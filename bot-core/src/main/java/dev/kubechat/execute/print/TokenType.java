package dev.kubechat.execute.print;

/** What a piece of a Go template is. */
enum TokenType {
    ERROR,
    EOF,
    TEXT,
    LEFT,
    RIGHT,
    SPACE,
    ASSIGN,
    DECLARE,
    PIPE,
    CHAR,
    CHAR_CONSTANT,
    NUMBER,
    STRING,
    VARIABLE,
    FIELD,
    DOT,
    IDENTIFIER,
    BOOL,
    LEFT_PAREN,
    RIGHT_PAREN,
    NIL,
    KEYWORD
}
