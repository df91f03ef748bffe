/** The expression of a question asks for what its language does not have, or is no Python. */
export class ExpressionError extends Error {}
