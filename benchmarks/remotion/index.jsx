import React from "react";
import { Composition, registerRoot } from "remotion";
import { Yardstick } from "./Yardstick.jsx";

registerRoot(() => (
  <Composition
    id="yardstick"
    component={Yardstick}
    durationInFrames={300}
    fps={30}
    width={1080}
    height={1920}
    defaultProps={{ cuts: [4.5, 8, 10], voice_starts: 0.2, words: [] }}
    calculateMetadata={({ props }) => ({ durationInFrames: Math.round(props.cuts[2] * 30) })}
  />
));
