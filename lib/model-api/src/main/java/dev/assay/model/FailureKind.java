// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

/**
 * What was wrong with a call that brought no reply, for whoever counts failures or tells people
 * what to change. Whether the call may be made again is said by the class of the exception alone.
 */
public enum FailureKind {
  /** The server is away, is loading its model, or failed in itself. */
  UNAVAILABLE,
  /** It has too much to do, or asks to be left alone. */
  BUSY,
  /** It said nothing for too long, or too little in all the time there was. */
  SILENT,
  /** The reply ended in the middle. */
  BROKEN_OFF,
  /** The reply is no chat completion, or one that says nothing. */
  UNREADABLE,
  /** The account has nothing left to spend. */
  QUOTA,
  /** The prompt, or what may follow it, does not fit the model. */
  CONTEXT_LENGTH,
  /** The key is refused. */
  KEY,
  /** The server has no such model. */
  MODEL,
  /** Nobody answers chat completions at this address. */
  ADDRESS,
  /** A field of the request is refused. */
  FIELD,
  /** The model or its server will not say what it was asked for. */
  WITHHELD,
  /** The server gave the whole reply as thinking, and nothing as said. */
  THINKING_ONLY,
  /** The reply is larger than any that is worth its memory. */
  EXCESSIVE,
  /** Anything else. */
  OTHER
}
