import type { ApplyForAccessDto, ChangePasswordDto, SignInDto } from "@linli/contracts";
import { mutationOptions } from "@tanstack/react-query";
import { beginSession, endSession } from "../../lib/access";
import { api, bodyOf } from "../../lib/api-client";

export const signIn = mutationOptions({
  mutationFn: async (body: SignInDto) => {
    const { accessToken } = await bodyOf(api.POST("/auth/sign-in", { body }));
    beginSession(accessToken);
  },
});

/** Replaces one's own password; the other sessions of the user end. */
export const changePassword = mutationOptions({
  mutationFn: (body: ChangePasswordDto) => bodyOf(api.POST("/auth/password", { body })),
  meta: { done: "密码已修改" },
});

export const signOut = mutationOptions({
  mutationFn: async () => {
    await api.POST("/auth/sign-out");
    endSession();
    // A full load leaves nothing of the person in memory.
    window.location.assign("/sign-in");
  },
  meta: { readOnly: true },
});

export const applyForAccess = mutationOptions({
  mutationFn: (body: ApplyForAccessDto) => bodyOf(api.POST("/auth/access-applications", { body })),
  meta: { readOnly: true },
});
