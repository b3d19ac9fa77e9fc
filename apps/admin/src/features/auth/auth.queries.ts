import { mutationOptions } from "@tanstack/react-query";
import { beginSession, endSession } from "../../lib/access";
import { api, bodyOf } from "../../lib/api-client";

export interface SignInForm {
  mobile: string;
  password: string;
}

export const signIn = mutationOptions({
  mutationFn: async (body: SignInForm) => {
    const { accessToken } = await bodyOf(api.POST("/auth/sign-in", { body }));
    beginSession(accessToken);
  },
});

export interface PasswordForm {
  currentPassword: string;
  newPassword: string;
}

/** Ends all other sessions of the user; this one goes on with a new token. */
export const changePassword = mutationOptions({
  mutationFn: async (body: PasswordForm) => {
    const { accessToken } = await bodyOf(api.POST("/auth/change-password", { body }));
    beginSession(accessToken);
  },
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

export interface ApplicationForm {
  name: string;
  mobile: string;
  projectName?: string;
  roleWish?: string;
  reason: string;
}

export const applyForAccess = mutationOptions({
  mutationFn: (body: ApplicationForm) => bodyOf(api.POST("/auth/access-applications", { body })),
  meta: { readOnly: true },
});
